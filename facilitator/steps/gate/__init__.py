"""Whether a wijkaanpak is called for, and who decides."""
