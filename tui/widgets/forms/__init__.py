"""The parts of a form: fields with a label, pick lists, the change as a diff, what a check says.

`form.Form` puts them together; what is asked is described by `tui.session.forms.fields`.
"""
