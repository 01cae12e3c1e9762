"""What is charged, agreed and paid: price lists, quotes, consents, and the account of each case."""
