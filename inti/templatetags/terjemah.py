"""`{{ pesan|t }}`: a sentence of the rules in the reader's language. A built-in: templates need no load."""

from django import template

from inti.terjemah import t as terjemahkan

register = template.Library()


@register.filter
def t(pesan: object) -> str:
    """What `inti.terjemah.t` says of it."""
    return terjemahkan(pesan)
