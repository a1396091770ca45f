"""What a run says on the terminal, or as JSON to another program."""

from hatinh_news.console.check import tell_differences, tell_findings
from hatinh_news.console.drafts import draft_record, tell_draft, tell_newspaper
from hatinh_news.console.explanations import explanation_lines, explanation_record, tell_explanation
from hatinh_news.console.kinship import (
    comparison_lines,
    comparison_record,
    lists_record,
    tell_comparison,
    tell_lists,
)
from hatinh_news.console.listings import listing_lines, listing_record, tell_listings
from hatinh_news.console.manner import Manner, stage_name
from hatinh_news.console.preview import tell_address, tell_end, tell_preview
from hatinh_news.console.progress import Progress
from hatinh_news.console.report import closing_line, details, profile, report_record, tell_report
from hatinh_news.console.schedule import due_line, schedule_lines, schedule_record, tell_schedule
from hatinh_news.console.telling import fault_record, fault_text, tell_faults, tell_refusal
from hatinh_news.console.urls import tell_urls, url_lines, urls_record

__all__ = [
    "Manner",
    "Progress",
    "closing_line",
    "comparison_lines",
    "comparison_record",
    "details",
    "draft_record",
    "due_line",
    "explanation_lines",
    "explanation_record",
    "fault_record",
    "fault_text",
    "listing_lines",
    "listing_record",
    "lists_record",
    "profile",
    "report_record",
    "schedule_lines",
    "schedule_record",
    "stage_name",
    "tell_address",
    "tell_comparison",
    "tell_differences",
    "tell_draft",
    "tell_end",
    "tell_explanation",
    "tell_faults",
    "tell_findings",
    "tell_listings",
    "tell_lists",
    "tell_newspaper",
    "tell_preview",
    "tell_refusal",
    "tell_report",
    "tell_schedule",
    "tell_urls",
    "url_lines",
    "urls_record",
]
