"""A town's own DOCX taken as letter paper: made anew from what can do no harm, its file never written to."""
