"""Coverage-guided fuzzing of what a worker may send: `python fuzz_codec.py [libFuzzer options]`.

Needs `pip install atheris`. Whatever the bytes are, `decode` gives plain data, which can be encoded and
decoded again, or raises CodecError; nothing else, and within the bounds. Stop it with
`-max_total_time=300`; a finding is written to a file that reproduces it.
"""

import sys

import atheris

with atheris.instrument_imports(include=["grader", "msgpack"]):
    import msgpack.fallback
    import numpy as np

    from grader import codec

# The C parser shows no coverage to the fuzzer: use MessagePack's own Python one in half of the runs.
PARSERS = (codec.msgpack.unpackb, lambda data, **options: _fallback(data, **options))


def _fallback(data, **options):
    unpacker = msgpack.fallback.Unpacker(None, max_buffer_size=len(data) or 1, **options)
    unpacker.feed(data)
    value = unpacker._unpack()
    if unpacker._got_extradata():
        raise msgpack.ExtraData(value, unpacker._get_extradata())
    return value


def is_plain(value):
    if type(value) is dict:
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if type(value) is list:
        return all(map(is_plain, value))
    if type(value) is np.ndarray:
        return value.dtype.str in codec.NUMERIC_DTYPES
    return value is None or type(value) in (bool, int, float, str, bytes)


def one_input(data):
    codec.msgpack.unpackb = PARSERS[data[:1] < b"\x80"]
    try:
        value = codec.decode(data[1:])
    except codec.CodecError:
        return
    assert is_plain(value)
    codec.msgpack.unpackb = PARSERS[0]
    assert is_plain(codec.decode(codec.encode(value)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
