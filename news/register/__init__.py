"""Who met whom, when: questions asked of live editions, and of nothing else. No text is made here; the site prints it."""
