"""What people see. Only this folder and the views of the kinds know Textual."""
