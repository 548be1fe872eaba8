import socket

import pytest

from grader import channel, codec


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_a_value_arrives(pair):
    channel.send(pair[0], {"a": [1, 2.5, None]})
    assert channel.receive(pair[1]) == {"a": [1, 2.5, None]}


def test_an_end_in_the_middle_of_a_message_is_noticed(pair):
    pair[0].sendall(channel.HEADER.pack(100) + b"half")
    pair[0].close()
    with pytest.raises(channel.ChannelClosed):
        channel.receive(pair[1])


def test_a_message_that_claims_to_be_huge_is_refused_unread(pair):
    pair[0].sendall(channel.HEADER.pack(codec.MAX_BYTES + 1))
    with pytest.raises(codec.CodecError, match="larger than allowed"):
        channel.receive(pair[1])


def test_sending_to_nobody_is_noticed(pair):
    pair[1].close()
    with pytest.raises(channel.ChannelClosed):
        for _ in range(3):
            channel.send(pair[0], "x" * 100_000)
