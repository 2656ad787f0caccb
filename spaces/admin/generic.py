"""Django's admin and form classes with the type parameters that only the type checker knows."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Any]
    Tabular = admin.TabularInline[Any, Any]
    Stacked = admin.StackedInline[Any, Any]
    PeopleAdmin = UserAdmin[Any]
    ModelForm = forms.ModelForm[Any]
else:
    Admin, Tabular, Stacked = admin.ModelAdmin, admin.TabularInline, admin.StackedInline
    PeopleAdmin, ModelForm = UserAdmin, forms.ModelForm

__all__ = ["Admin", "ModelForm", "PeopleAdmin", "Stacked", "Tabular"]
