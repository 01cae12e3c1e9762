"""Files: what people photograph and hand in, kept by content, tied to a parent whose rights every read asks again."""
