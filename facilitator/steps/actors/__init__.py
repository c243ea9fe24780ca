"""The network around the neighbourhood, formal and informal, in four rings."""
