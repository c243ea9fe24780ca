"""Reading or listening: welcome, explanation, case, break."""
