"""Facts: what happened, in order, unchangeable. Timeline, feed, stream, webhooks, clocks and reports read this one log."""
