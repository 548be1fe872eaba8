# Random bytes, bits flipped in true replies, unknown extension types, time stamps, wrong keys, whole numbers of 64 bits.
import random
import struct

import msgpack

from grader import channel, codec

asked = 0
WRONG = [
    msgpack.packb(msgpack.ExtType(5, b"x")),
    msgpack.packb(msgpack.Timestamp(1, 1)),
    msgpack.packb({1: 2, None: 3}, strict_types=False),
    msgpack.packb([2**64 - 1, -(2**63)]),
    msgpack.packb("id"),
    b"\xc1\xc1",
    b"\xa5\xff\xfe\xfd\xfc\xfb",
]


def send(sock, value, convert=None):
    global asked
    data = codec.encode(value, convert)
    asked += 1
    if asked > 1:
        data = bytearray(data)
        for _ in range(3):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        if asked % 2:
            data = WRONG[asked // 2 % len(WRONG)]
    sock.sendall(struct.pack(">I", len(data)) + bytes(data))


channel.send = send


def linreg(X, w, b):
    return X


def squared_loss(y_hat, y):
    return y_hat


def sgd(params, lr, batch_size):
    return None
