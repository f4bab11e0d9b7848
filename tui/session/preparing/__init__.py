"""A large corpus is read, indexed and proved in a process of its own, which holds no screen."""
