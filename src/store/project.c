typedef int not_yet_written_project;
