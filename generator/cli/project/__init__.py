"""What is done to a project as a whole: the files that a maintainer starts with, and the templates of the project beside those of clientgen."""
