"""What views are made of: actions, fields, choices, pictures, themes, and the desk they work at."""
