"""Operations of a document → operations and methods of the view model."""
