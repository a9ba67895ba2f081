"""Addresses of public services and the citizens' survey."""

from django.urls import URLPattern

app_name = "layanan"

urlpatterns: list[URLPattern] = []
