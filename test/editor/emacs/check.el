;;; check.el --- Emacs and eglot against the server  -*- lexical-binding: t -*-
;;; Commentary:
;; Prints the Test Anything Protocol.
;;; Code:
(require 'cl-lib)
(require 'eglot)
(require 'project)
(require 'xref)

(defvar check-workspace (file-name-as-directory (getenv "FUNDSTELLE_WORKSPACE")))
(defvar check-tests 0)

(defun check-say (format &rest values)
  "Print one line on stdout: FORMAT with VALUES."
  (princ (concat (apply #'format format values) "\n")))

(defmacro check-test (name &rest body)
  "Run BODY as the test NAME."
  (declare (indent 1))
  `(progn
     (setq check-tests (1+ check-tests))
     (condition-case reason
         (progn ,@body (check-say "ok %d - %s" check-tests ,name))
       (error (check-say "not ok %d - %s: %S" check-tests ,name reason)))))

(defun check-wait-for (what condition)
  "Wait until CONDITION gives something, and give it; WHAT names it."
  (with-timeout (20 (error "Not in time: %s" what))
    (let (found)
      (while (not (setq found (funcall condition)))
        (accept-process-output nil 0.05))
      found)))

(defun check-go-to (before)
  "Put point right behind the text BEFORE."
  (goto-char (point-min))
  (search-forward before))

(defun check-request (method &rest more)
  "Ask the server METHOD about the place at point, with MORE parameters."
  (jsonrpc-request (eglot--current-server-or-lose) method
                   (append (eglot--TextDocumentPositionParams) more)))

(defun check-hover ()
  "The text of the card at point, or the empty string."
  (let ((contents (plist-get (check-request :textDocument/hover) :contents)))
    (if (listp contents) (or (plist-get contents :value) "") contents)))

(defun check-complete ()
  "Start, candidate and exit function of eglot's completion of Schoigu at point, if it is offered."
  (let* ((capf (eglot-completion-at-point))
         (names (all-completions "" (nth 2 capf)))
         (name (cl-find-if (lambda (each) (string-match-p "Sergej Schoigu" each)) names)))
    (and name (list (nth 0 capf) name (plist-get (nthcdr 3 capf) :exit-function)))))

(add-hook 'project-find-functions (lambda (_) (cons 'transient check-workspace)))
(setq eglot-sync-connect 20 eglot-connect-timeout 20 eglot-autoshutdown nil)
(add-to-list 'eglot-server-programs `(text-mode . ("node" ,(getenv "FUNDSTELLE_SERVER") "--stdio")))
(find-file (concat check-workspace "drafts/analyse-gipfel.md"))
(text-mode)

(check-test "initialize"
  (apply #'eglot (eglot--guess-contact))
  (cl-assert (eglot--server-capable :hoverProvider)))

(check-test "hover shows who a name is, with passages"
  (check-go-to "Januar 2022 traf La")
  (let ((card (check-wait-for "a card"
                (lambda () (let ((card (check-hover))) (and (string-match-p "articles/" card) card))))))
    (cl-assert (string-match-p "Sergej Lawrow" card))))

(check-test "xref finds a passage of an article"
  (check-go-to "Januar 2022 traf La")
  (let* ((found (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))
         (file (xref-location-group (xref-item-location (car found)))))
    (cl-assert (string-match-p "articles/" file))))

(check-test "references lead to many articles"
  (check-go-to "Januar 2022 traf La")
  (check-wait-for "references to five articles"
    (lambda ()
      (let ((found (check-request :textDocument/references :context '(:includeDeclaration t))))
        (>= (length (delete-dups (mapcar (lambda (each) (plist-get each :uri)) found))) 5)))))

(check-test "an edit is followed, and completion replaces the trigger character"
  (goto-char (point-max))
  (insert "\nNeben ihm saß @Scho")
  (let ((completion (check-wait-for "a completion" #'check-complete)))
    (delete-region (nth 0 completion) (point))
    (insert (nth 1 completion))
    (funcall (nth 2 completion) (nth 1 completion) 'finished)
    (cl-assert (equal (buffer-substring-no-properties (line-beginning-position) (line-end-position))
                      "Neben ihm saß Sergej Schoigu")
               t)))

(check-test "shutdown ends the server"
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot--current-server-or-lose) nil 20)
  (cl-assert (not (eglot-current-server))))

(check-say "1..%d" check-tests)
;;; check.el ends here
