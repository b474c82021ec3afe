"""What people wrote: values, references, times; no file formats and no drawing."""
