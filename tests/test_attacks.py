"""Every file of `attacks/` is a hostile hand-in: it gains nothing, breaks nothing and leaves nothing behind."""

import pytest

from tests.attack_corpus import arena, attacks

CORPUS = attacks()


@pytest.fixture(scope="module")
def ring():
    with arena() as made:
        yield made


def _case(attack):
    marks = [pytest.mark.xfail(reason=attack.open, strict=True)] if attack.open else []
    return pytest.param(attack, id=attack.name, marks=marks)


@pytest.mark.parametrize("attack", [_case(attack) for attack in CORPUS])
def test_attack_is_held(ring, attack):
    assert ring.flaws(attack) == []


def test_every_attack_says_what_it_tries():
    for attack in CORPUS:
        assert attack.path.read_bytes().startswith(b"#"), attack.name
