"""The Vietnamese language: cleaning, addresses, folding, order, dates, counting; knows nothing of articles or pages."""
