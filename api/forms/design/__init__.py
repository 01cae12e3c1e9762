"""How a template is laid out, the schema that follows from it, and how an entry is held to it."""
