"""From a session to something to read: text, Markdown, HTML, a message; and the paper for the evening."""
