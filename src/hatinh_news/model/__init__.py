"""The nouns that every stage speaks of: frozen records, no behaviour beyond reading themselves."""
