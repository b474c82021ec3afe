"""What a document says: blocks made from templates; no paper and no file format."""
