"""What a user of a client can name or rely on: elements with facts, texts and lines, made of the view model."""
