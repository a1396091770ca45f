"""Syllables that stand everywhere in Vietnamese newspapers: a search treats them apart."""

from typing import Final

LINKING_WORDS: Final = """
    và của cho trong có được đã với là các khi tại không theo để này đó ra từ ở về trên vào đến bị sau cũng những sẽ lại
    chỉ như phải hơn nhưng đây cùng còn nên vì rằng mà rất thì do tới một nhiều đang trước nếu hay hoặc lên cả vẫn bằng
    rồi đều
"""
"""Words that link words and are hardly a part of any: what they stand beside says little."""

COMMON: Final = tuple(
    """
    dong co nam quan nhan do bo dung doi tu so thu ban cong noi nguoi dinh bao an su the thong thanh anh qua
    ngay dau gia tinh dan van moi truong tai de tien du ho hien dang biet hoi hai viec phan ong lam toi vu
    trong vi thuc can nay nha thuong dien vien nguyen hang thi cho chinh da quoc to chu chi thang dai duong
    bat chuc nhat cao luc nang cung chung phat trung chuyen dao hoa phong cu tra thoi di mat tuong dieu hanh
    tin hop con ve nuoc day ky tham cua tam nghi phu tri lan minh cau dat
    """.split()  # noqa: SIM905
)
"""Bare words of which an index has most to tell."""


def alone_in(parts: int) -> tuple[str, ...]:
    """The words that have a file to themselves where an index has so many: the first ones, in their order."""
    return COMMON if parts > 2 * len(COMMON) else ()
