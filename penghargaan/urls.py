"""Addresses of follow-up: recognition, bonus, improvement plans, sanctions, angka kredit."""

from django.urls import URLPattern

app_name = "penghargaan"

urlpatterns: list[URLPattern] = []
