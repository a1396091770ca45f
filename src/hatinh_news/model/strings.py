"""The theme's words: what templates and the plan write by themselves, in the newspaper's language."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Strings:
    """Every word that no editor wrote; `site.yaml` may put another in its place by its name."""

    # The newspaper, where site.yaml does not say
    newspaper: str
    section: str
    corrections_heading: str
    # Pages that the site makes by itself
    topics: str
    authors: str
    series: str
    archive: str
    corrections: str
    not_found: str
    # The frame
    skip: str
    sections: str
    foot: str
    position: str
    # Front page and lists
    top_stories: str
    newest: str
    no_articles: str
    articles: str
    timeline: str
    topic: str
    subtopics: str
    alike_topics: str
    page: str
    pages: str
    newer: str
    older: str
    months: str
    earlier_month: str
    later_month: str
    groups: str
    count_one: str
    count_many: str
    nothing: str
    missing: str
    to_front: str
    # Search
    search: str
    search_go: str
    search_words: str
    search_hint: str
    search_all: str
    search_year: str
    search_off: str
    # Corrections
    corrections_list: str
    all_corrections: str
    no_corrections: str
    retracted: str
    # An article
    updated: str
    photo: str
    part: str
    previous_part: str
    next_part: str
    article_topics: str
    share: str
    share_article: str
    email: str
    copy: str
    copied: str
    related: str
    # Marks of a preview
    state: str
    draft: str
    future: str
    expired: str
    draft_note: str
    future_note: str
    expired_note: str
    preview: str
    preview_expired: str
    preview_note: str
    due: str
    # The imprint
    governing_body: str
    publisher: str
    editor_in_chief: str
    licence: str
    address: str
    phone: str
    imprint_email: str


VIETNAMESE: Final = Strings(
    newspaper="Báo điện tử",
    section="Tin tức",
    corrections_heading="Thông tin cải chính, xin lỗi",
    topics="Chủ đề",
    authors="Tác giả",
    series="Loạt bài",
    archive="Lưu trữ",
    corrections="Cải chính",
    not_found="Không tìm thấy trang",
    skip="Đến nội dung chính",
    sections="Chuyên mục",
    foot="Chân trang",
    position="Vị trí trang",
    top_stories="Tin chính",
    newest="Tin mới",
    no_articles="Chưa có bài nào.",
    articles="Các bài viết",
    timeline="Diễn biến",
    topic="Chủ đề",
    subtopics="Chủ đề nhỏ",
    alike_topics="Chủ đề liên quan",
    page="Trang",
    pages="Trang của danh sách",
    newer="Mới hơn",
    older="Cũ hơn",
    months="Tháng trước và tháng sau",
    earlier_month="Tháng trước",
    later_month="Tháng sau",
    groups="Đến nhóm",
    count_one="bài",
    count_many="bài",
    nothing="Chưa có gì ở đây.",
    missing="Địa chỉ này không có, hoặc bài đã chuyển đi nơi khác.",
    to_front="Về trang chủ",
    search="Tìm kiếm",
    search_go="Tìm",
    search_words="Từ cần tìm",
    search_hint="Gõ có dấu hoặc không dấu",
    search_all="tất cả",
    search_year="Năm",
    search_off="Tìm kiếm cần JavaScript, mà trình duyệt này không chạy. Mời bạn xem theo chủ đề hoặc theo tháng.",
    corrections_list="Các lời cải chính",
    all_corrections="Mọi lời cải chính của báo",
    no_corrections="Báo chưa phải cải chính bài nào.",
    retracted="Bài viết đã được gỡ",
    updated="Cập nhật",
    photo="Ảnh",
    part="Phần",
    previous_part="Phần trước",
    next_part="Phần sau",
    article_topics="Chủ đề của bài",
    share="Chia sẻ",
    share_article="Chia sẻ bài này",
    email="E-mail",
    copy="Chép địa chỉ",
    copied="Đã chép",
    related="Đọc thêm",
    state="Trạng thái của bài",
    draft="Bản nháp",
    future="Chưa đến giờ đăng",
    expired="Đã hết hạn",
    draft_note="Bài này chưa đăng và chỉ hiện trong bản xem trước.",
    future_note="Bài này chỉ hiện trong bản xem trước.",
    expired_note="Bài này không còn trên báo và chỉ hiện trong bản xem trước.",
    preview="Bản xem trước – chưa xuất bản",
    preview_expired="Bản xem trước – không còn trên báo",
    preview_note="Xin đừng chuyển địa chỉ này cho người khác.",
    due="Hẹn đăng",
    governing_body="Cơ quan chủ quản",
    publisher="Đơn vị xuất bản",
    editor_in_chief="Tổng Biên tập",
    licence="Giấy phép",
    address="Tòa soạn",
    phone="Điện thoại",
    imprint_email="Thư điện tử",
)

ENGLISH: Final = Strings(
    newspaper="Online newspaper",
    section="News",
    corrections_heading="Corrections and apologies",
    topics="Topics",
    authors="Authors",
    series="Series",
    archive="Archive",
    corrections="Corrections",
    not_found="Page not found",
    skip="Skip to the main content",
    sections="Sections",
    foot="Footer",
    position="Where this page stands",
    top_stories="Top stories",
    newest="Latest",
    no_articles="There are no articles yet.",
    articles="Articles",
    timeline="Timeline",
    topic="Topic",
    subtopics="Subtopics",
    alike_topics="Related topics",
    page="Page",
    pages="Pages of this list",
    newer="Newer",
    older="Older",
    months="Months before and after",
    earlier_month="Month before",
    later_month="Month after",
    groups="Jump to",
    count_one="article",
    count_many="articles",
    nothing="There is nothing here yet.",
    missing="Nothing is at this address, or it has moved.",
    to_front="Go to the front page",
    search="Search",
    search_go="Search",
    search_words="Words to look for",
    search_hint="With or without marks",
    search_all="all",
    search_year="Year",
    search_off="Searching needs JavaScript, which does not run here. Look through the topics or the archive instead.",
    corrections_list="All corrections",
    all_corrections="All corrections of this newspaper",
    no_corrections="Nothing has had to be corrected yet.",
    retracted="This article was retracted",
    updated="Updated",
    photo="Photo",
    part="Part",
    previous_part="Previous part",
    next_part="Next part",
    article_topics="Topics of this article",
    share="Share",
    share_article="Share this article",
    email="E-mail",
    copy="Copy link",
    copied="Copied",
    related="Read more",
    state="State of this article",
    draft="Draft",
    future="Not live yet",
    expired="Expired",
    draft_note="It is not published, and only a preview shows it.",
    future_note="Only a preview shows it.",
    expired_note="It has left the newspaper, and only a preview shows it.",
    preview="Preview – not published",
    preview_expired="Preview – no longer published",
    preview_note="Please do not pass this address on.",
    due="To be published",
    governing_body="Governing body",
    publisher="Publisher",
    editor_in_chief="Editor-in-chief",
    licence="Licence",
    address="Newsroom",
    phone="Telephone",
    imprint_email="E-mail",
)


def strings_in(language: str) -> Strings:
    """Those of a language code such as `vi` or `en-GB`; English for a language that the theme does not speak."""
    return VIETNAMESE if language.partition("-")[0].lower() == "vi" else ENGLISH


FOCUS_WORDS: Final = ("tâm", "focus")
"""What editors write before the focal point of a picture in a text."""
