"""The words of policy, for templates: {% policy_word "ARRAY" as word %}."""

from django import template

from places import words

register = template.Library()


@register.simple_tag
def policy_word(name: str) -> str:
    """A word of places/words.py in the reader's language."""
    return str(getattr(words, name))
