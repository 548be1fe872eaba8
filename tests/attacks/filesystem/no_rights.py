# Takes all rights from its own folder and files, makes them immutable, and holds them open and locked.
import fcntl
import os

os.makedirs("a/b/c")
for place in ("a/b/c/file", "a/file", "file"):
    with open(place, "w") as file:
        file.write("x")
held = open("file")
fcntl.flock(held, fcntl.LOCK_EX)
try:
    fcntl.ioctl(held, 0x40086602, b"\x10\0\0\0\0\0\0\0")
except OSError as error:
    print(type(error).__name__)
for place in ("a/b/c/file", "a/b/c", "a/b", "a/file", "a", "."):
    os.chmod(place, 0)


def linreg(X, w, b):
    return X * 0
