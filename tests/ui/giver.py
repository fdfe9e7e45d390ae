"""A small window that gives things away: what lies in it can be dragged out, and it is on the clipboard, too.

usage: giver.py files PATH… | text TEXT | html TEXT HTML | link ADDRESS
"""
# Copyright 2026 The NewsDesk authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402

kind, *things = sys.argv[1:]


def provider():
    def of(media_type, text):
        return Gdk.ContentProvider.new_for_bytes(media_type, GLib.Bytes.new(text.encode()))

    if kind == "files":
        return Gdk.ContentProvider.new_for_value(Gdk.FileList.new_from_array([Gio.File.new_for_path(t) for t in things]))
    if kind == "text":
        return of("text/plain;charset=utf-8", things[0])
    if kind == "html":
        return Gdk.ContentProvider.new_union([of("text/html", things[1]), of("text/plain;charset=utf-8", things[0])])
    # As a browser gives a link.
    return Gdk.ContentProvider.new_union([of("text/uri-list", things[0] + "\r\n"),
                                          of("text/html", f'<a href="{things[0]}">A page</a>'),
                                          of("text/plain;charset=utf-8", things[0])])


def activate(application):
    window = Gtk.ApplicationWindow(application=application, title="giver", default_width=160, default_height=120)
    label = Gtk.Label(label="drag me")
    source = Gtk.DragSource(content=provider(), actions=Gdk.DragAction.COPY)
    label.add_controller(source)
    window.set_child(label)
    window.present()
    window.get_clipboard().set_content(provider())


Gtk.init()
app = Gtk.Application(application_id="org.example.NewsDesk.Giver", flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect("activate", activate)
app.run()
