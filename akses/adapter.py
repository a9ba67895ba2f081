"""How allauth behaves here: accounts come from HR, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter


class AdapterAkun(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False
