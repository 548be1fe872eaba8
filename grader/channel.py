"""Messages over a socket: a length of four bytes, then the encoded value."""

import socket
import struct
from collections.abc import Callable

from grader import codec

HEADER = struct.Struct(">I")


class ChannelClosed(EOFError):
    """The other side is gone."""


def send(sock: socket.socket, value: object, convert: Callable[[object], object] | None = None) -> None:
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


def receive(sock: socket.socket) -> codec.Plain:
    """Wait for one value.

    Raises:
        codec.CodecError: what came is no plain data.
        ChannelClosed: the other side is gone.
    """
    return receive_after(sock, b"")


def receive_after(sock: socket.socket, head: bytes) -> codec.Plain:
    """As `receive`, where the first bytes of the length have been read already."""
    (length,) = HEADER.unpack(head + _exactly(sock, HEADER.size - len(head)))
    if length > codec.MAX_BYTES:
        raise codec.CodecError(f"a message of {length} bytes is larger than allowed")
    return codec.decode(_exactly(sock, length))


def _exactly(sock: socket.socket, size: int) -> bytes:
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
