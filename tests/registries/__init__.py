"""The registries of the field as servers on this machine, scriptable by day; and one server that is bad on purpose."""
