"""Pictures of pixels: checked when they are read, and painted for who can't draw lines. The only home of Pillow."""
