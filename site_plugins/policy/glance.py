"""The answers that a citizen comes for, taken from the page's own standard sections."""

from dataclasses import dataclass

from site_plugins.policy.model import BlockKind, Body

QUESTIONS = ("ai-duoc-huong", "bao-nhieu", "lam-gi", "o-dau", "han-nao")
"""The ids of the standard sections: who, how much, what to do, where, until when."""


@dataclass(frozen=True)
class Answer:
    """One line of the summary box: the section's heading and its first block."""

    section: str
    question: str
    answer: str


def at_a_glance(body: Body) -> tuple[Answer, ...]:
    """The summary box in the order of `QUESTIONS`; sections that the page lacks are left out."""
    questions = {h.id: h.title for h in body.headings if h.level == 2}
    answers: dict[str, str] = {}
    for block in body.blocks:
        if block.kind is not BlockKind.HEADING:
            answers.setdefault(block.section, block.text)
    return tuple(
        Answer(section, questions[section], answers[section])
        for section in QUESTIONS
        if section in questions and section in answers
    )
