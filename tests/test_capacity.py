from grader import capacity


def test_as_many_graders_as_cores_and_memory_allow(monkeypatch):
    monkeypatch.setattr(capacity, "cores", lambda: 8)
    for free, graders in ((100_000, 8), (4000, 2), (100, 1)):
        monkeypatch.setattr(capacity, "available_mb", lambda free=free: free)
        assert capacity.graders_that_fit(1024) == graders


def test_this_machine_has_some(monkeypatch):
    assert capacity.cores() >= 1
    assert capacity.available_mb() > 0
