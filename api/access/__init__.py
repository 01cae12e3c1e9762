"""People and machines that call: accounts, tokens, roles, permissions, scope. `policy.toml` is the one source of rights."""
