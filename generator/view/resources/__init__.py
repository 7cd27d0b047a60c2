"""Resource-shaped clients (`x-methods`, `x-class`): documented classes, resource methods, the tree of attributes. The rules of designs/0006."""
