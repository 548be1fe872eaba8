"""Messages over a socket, or anything that can be used as one: a length of four bytes, then the encoded value."""

import struct
from collections.abc import Callable
from typing import Protocol

from grader import codec

HEADER = struct.Struct(">I")


class Line(Protocol):
    """What messages go over: these two methods of a socket."""

    def sendall(self, data: bytes, /) -> None:
        """Write all of it."""

    def recv(self, size: int, /) -> bytes:
        """Read at most so much; nothing means that the other side is gone."""


class ChannelClosed(EOFError):
    """The other side is gone."""


def send(sock: Line, value: object, convert: Callable[[object], object] | None = None) -> None:
    """Send one plain value; blocks until it is written.

    Raises:
        codec.CodecError: the value is not plain; nothing was sent.
        ChannelClosed: the other side is gone.
    """
    data = codec.encode(value, convert)
    try:
        sock.sendall(HEADER.pack(len(data)) + data)
    except (BrokenPipeError, ConnectionError) as error:
        raise ChannelClosed from error


def receive(sock: Line) -> codec.Plain:
    """Wait for one value.

    Raises:
        codec.CodecError: what came is no plain data.
        ChannelClosed: the other side is gone.
    """
    return receive_after(sock, b"")


def receive_after(sock: Line, head: bytes) -> codec.Plain:
    """As `receive`, where the first bytes of the length have been read already."""
    (length,) = HEADER.unpack(head + _exactly(sock, HEADER.size - len(head)))
    if length > codec.MAX_BYTES:
        raise codec.CodecError(f"a message of {length} bytes is larger than allowed")
    return codec.decode(_exactly(sock, length))


def take(incoming: bytearray) -> bytes | None:
    """Take the first whole message out of what has come so far; None while there is none.

    Raises:
        codec.CodecError: it says that it is longer than allowed.
    """
    if len(incoming) < HEADER.size:
        return None
    (length,) = HEADER.unpack_from(incoming)
    if length > codec.MAX_BYTES:
        raise codec.CodecError(f"a message of {length} bytes is larger than allowed")
    end = HEADER.size + length
    if len(incoming) < end:
        return None
    message = bytes(incoming[HEADER.size : end])
    del incoming[:end]
    return message


def _exactly(sock: Line, size: int) -> bytes:
    parts = []
    while size:
        try:
            part = sock.recv(min(size, 2**20))
        except ConnectionError as error:
            raise ChannelClosed from error
        if not part:
            raise ChannelClosed
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
