"""The journeys about somebody's papers: what holds now, may this contact happen, who can change it, what to do next."""
