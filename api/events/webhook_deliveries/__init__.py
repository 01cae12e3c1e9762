"""What is sent to webhooks: a queue per subject, every attempt written down, nothing lost by a crash (P18)."""
