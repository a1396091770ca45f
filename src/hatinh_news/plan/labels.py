"""What the pages that the site makes by itself are called, and where they stand."""

from hatinh_news.model.config import Label

TOPICS = Label("Chủ đề", "/chu-de/")
AUTHORS = Label("Tác giả", "/tac-gia/")
SERIES = Label("Loạt bài", "/loat-bai/")
ARCHIVE = Label("Lưu trữ", "/luu-tru/")
CORRECTIONS = Label("Cải chính", "/cai-chinh/")
SEARCH = Label("Tìm kiếm", "/tim-kiem/")
NOT_FOUND = Label("Không tìm thấy trang", "/404.html")


def month_label(year: int, month: int) -> Label:
    """The page of a month."""
    return Label(f"Tháng {month}/{year}", f"{ARCHIVE.url}{year:04}/{month:02}/")


def page_name(title: str, number: int) -> str:
    """The title of one page of a list, as no other page has it."""
    return f"{title} - Trang {number}" if number else title
