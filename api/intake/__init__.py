"""Step 1, understand the need: calls and the service requests (the cases) that grow out of them."""
