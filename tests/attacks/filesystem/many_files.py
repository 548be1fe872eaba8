# Tens of thousands of files and folders, with names of all bytes that a name may hold.
import os

for number in range(30_000):
    try:
        name = os.fsencode(f"{number}") + bytes([number % 254 + 1]).replace(b"/", b"")
        os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    except OSError as error:
        print(number, type(error).__name__)
        break


def linreg(X, w, b):
    return X * 0
