"""Addresses of the leaders' dashboards."""

from django.urls import URLPattern

app_name = "analitik"

urlpatterns: list[URLPattern] = []
