dealtui add: the demo corpus is read only; `dealtui init` makes one of your own
