"""Under which names a preview answers."""

import socket

import pytest

from hatinh_news.desk.serve.doorman import host_of, is_loopback, is_welcome


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"])
def test_on_its_own_computer_it_has_these_names(host: str) -> None:
    assert is_welcome(host, "127.0.0.1", 8000)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",
        "localhost.evil.example:8000",
        "localhost:8001",
        "localhost",
        "user@localhost:8000",
        "localhost:8000/x",
        "localhost:x",
        "[::1:8000",
        "192.168.1.5:8000",
        "",
    ],
)
def test_to_other_names_it_does_not_answer(host: str) -> None:
    assert not is_welcome(host, "127.0.0.1", 8000)


def test_on_a_network_it_is_called_by_number_or_by_the_computers_name() -> None:
    assert is_welcome("192.168.1.5:8000", "0.0.0.0", 8000)
    assert is_welcome(f"{socket.gethostname()}:8000", "0.0.0.0", 8000)
    assert not is_welcome("evil.example:8000", "0.0.0.0", 8000)


def test_the_port_of_the_web_need_not_be_said() -> None:
    assert is_welcome("localhost", "127.0.0.1", 80)


@pytest.mark.parametrize(
    ("bind", "own", "host"),
    [
        ("127.0.0.1", True, "localhost"),
        ("::1", True, "localhost"),
        ("localhost", True, "localhost"),
        ("0.0.0.0", False, "localhost"),
        ("192.168.1.5", False, "192.168.1.5"),
        ("fe80::1", False, "[fe80::1]"),
        ("may-toa-soan", False, "may-toa-soan"),
    ],
)
def test_what_it_listens_at_says_who_can_reach_it(bind: str, own: bool, host: str) -> None:
    assert (is_loopback(bind), host_of(bind)) == (own, host)
